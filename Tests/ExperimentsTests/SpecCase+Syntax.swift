extension SpecCase {
  /// Texts that are not JSON.
  static let syntax = [
    SpecCase("an empty file", text: "⟨⟩", "the file is empty"),
    SpecCase("a blank file", text: "⟨⟩ \n\n", "the file is empty"),
    SpecCase(
      "a byte order mark", text: "⟨\u{feff}⟩{}", "the file starts with a byte order mark",
      advice: ["save it as UTF-8 without a byte order mark"]),
    SpecCase("a list", text: "⟨[1, 2]⟩", "expected an object, not a list"),
    SpecCase("a number", text: "⟨1⟩", "expected an object, not a number"),
    SpecCase(
      "text after the end", text: "{} ⟨{⟩}", "unexpected text after the end of the JSON value"),
    SpecCase(
      "a trailing comma", text: #"{"name": "a",⟨}⟩"#, "expected a key after the comma",
      advice: ["remove the comma before '}'"]),
    SpecCase(
      "a trailing comma in a list", text: #"{"grid": {"upsilon_disk": [0.5,⟨]⟩}}"#,
      "expected a value after the comma", advice: ["remove the comma before ']'"]),
    SpecCase(
      "a comment", text: #"{⟨/⟩/ note"# + "\n\"name\": 1}", "expected a key in double quotes"),
    SpecCase("NaN", text: #"{"grid": ⟨NaN⟩}"#, "'NaN' is not a JSON value"),
    SpecCase(
      "True", text: #"{"grid": ⟨True⟩}"#, "'True' is not a JSON value",
      advice: ["did you mean true?"]),
    SpecCase(
      "a number without a zero", text: #"{"upsilon": ⟨.5⟩}"#, "'.5' is not a JSON number",
      advice: ["write it like 12, 0.5 or 1.2e-10"]),
    SpecCase(
      "a number too large", text: #"{"upsilon": ⟨1e999⟩}"#, "'1e999' is too large for a double"),
    SpecCase(
      "an unclosed object", text: #"{"name": "a"⟨⟩"#, "expected ',' or '}'",
      advice: ["the '{' at line 1, column 1 is not closed"]),
    SpecCase(
      "an unclosed list", text: "{\n\"fit\": [1, 2⟨⟩", "expected ',' or ']'",
      advice: ["the '[' at line 2, column 8 is not closed"]),
    SpecCase(
      "an unclosed text", text: "{\"name\": ⟨\"a⟩\n}",
      "the text that starts here has no closing quote on its line"),
    SpecCase(
      "a value cut off", text: #"{"name": ⟨⟩"#, "the file ends where a value is expected"),
    SpecCase(
      "single quotes", text: "{⟨'⟩name': 1}", "expected a key in double quotes"),
    SpecCase(
      "a missing colon", text: #"{"name" ⟨"⟩a"}"#, "expected ':' after the key 'name'"),
    SpecCase(
      "a missing comma", text: #"{"name": "a" ⟨"⟩model": 1}"#, "expected ',' or '}'"),
    SpecCase(
      "a control character", text: "{\"name\": \"a⟨\u{1}⟩b\"}",
      "a control character stands inside the text"),
    SpecCase(
      "a tab in a text", text: "{\"name\": \"a⟨\t⟩b\"}",
      "a control character stands inside the text", advice: ["a tab is written \\t"]),
    SpecCase(
      "an unknown escape sequence", text: #"{"name": "a⟨\x⟩b"}"#, "not an escape sequence",
      advice: [#"a backslash is written \\"#]),
    SpecCase(
      "a duplicate key", #""grid": {}, ⟨"grid"⟩: {}"#, "key 'grid' stands twice in this object",
      advice: ["remove one"]),
    SpecCase(
      "a duplicate key inside", #""grid": {"upsilon_disk": [1], ⟨"upsilon_disk"⟩: [2]}"#,
      "key 'upsilon_disk' stands twice in this object"),
  ]
}
