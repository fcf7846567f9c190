import Specs
import Support

/// The authors of a bundle as an RO-Crate describes them, with where they work.
struct CratePeople {
  private let authors: [Author]

  init(_ authors: [Author]) {
    self.authors = authors
  }

  /// What the authors are called in the crate: by their ORCID, or by their place in the list.
  var ids: [String] {
    authors.enumerated().map { place, author in
      author.orcid?.address ?? "#author-\(place + 1)"
    }
  }

  var entities: [CrateEntity] {
    let places = authors.compactMap(\.affiliation).distinct
    func id(_ affiliation: String) -> String? {
      places.firstIndex(of: affiliation).map { "#affiliation-\($0 + 1)" }
    }
    let people = zip(ids, authors).map { own, author in
      let (family, given) = author.parts
      return CrateEntity(
        own, "Person",
        [
          "name": .string(author.givenFirst), "familyName": .string(family),
          "givenName": given.map { .string($0) },
          "affiliation": author.affiliation.flatMap(id).map(CrateEntity.reference),
        ])
    }
    return people
      + places.enumerated().map { place, name in
        CrateEntity("#affiliation-\(place + 1)", "Organization", ["name": .string(name)])
      }
  }
}
