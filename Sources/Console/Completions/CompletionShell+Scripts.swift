/// The scripts: each hands the words of the line to the program and shows what comes back.
extension CompletionShell {
  static let bashScript = #"""
    # Completion of PROGRAM for bash: the program itself is asked.

    # Runs the program as it was typed; an alias, or what is no command, by its usual name.
    _PROGRAM_ask() {
      if type -P "$1" > /dev/null; then "$@"; else shift; PROGRAM "$@"; fi 2> /dev/null
    }

    _PROGRAM() {
      local -a words=()
      local count=0 glued= word line files= last= before=
      COMPREPLY=()
      # Where '=' parts words for readline, put them together again.
      for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if ((count > 0)) && [[ -n $glued || $word == = ]]; then
          words[count - 1]+=$word
        else
          words[count]=$word
          count=$((count + 1))
        fi
        if [[ $word == = ]]; then glued=1; else glued=; fi
      done
      last=${words[count - 1]}
      if [[ $last == *=* && $COMP_WORDBREAKS == *=* ]]; then before=${last%=*}=; fi
      while IFS= read -r line; do
        case $line in
          $'\t'*) files=${line#?} ;;
          *)
            line=${line%%$'\t'*}
            COMPREPLY+=("${line#"$before"}")
            ;;
        esac
      done < <(_PROGRAM_ask "${COMP_WORDS[0]}" completions bash -- "${words[@]}")
      [[ -n $files ]] || return 0
      if [[ $last == --*=* ]]; then last=${last#*=}; fi
      compopt -o filenames 2> /dev/null
      while IFS= read -r line; do
        COMPREPLY+=("$line")
      done < <(
        case $files in
          folders) compgen -d -- "$last" ;;
          files) compgen -f -- "$last" ;;
          *) compgen -d -- "$last"; compgen -f -X "!*${files#files }" -- "$last" ;;
        esac
      )
    }

    complete -F _PROGRAM PROGRAM

    """#

  static let zshScript = #"""
    #compdef PROGRAM
    # Completion of PROGRAM for zsh: the program itself is asked.

    _PROGRAM() {
      local -a asked found
      local line files
      asked=(${(Q)~words[1]} completions zsh --)
      if ((CURRENT > 2)); then asked+=("${(@Q)words[2,CURRENT-1]}"); fi
      asked+=("${(Q)PREFIX}")
      for line in "${(@f)$("${asked[@]}" 2> /dev/null)}"; do
        case $line in
          ('') ;;
          ($'\t'*) files=${line#?} ;;
          (*) found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
        esac
      done
      local status_found=1
      if (($#found)); then
        _describe -t words 'word' found
        status_found=$?
      fi
      [[ -n $files ]] || return $status_found
      compset -P '--*='
      case $files in
        (folders) _files -/ ;;
        (files) _files ;;
        (*) _files -g "*${files#files }" ;;
      esac
    }

    if [[ ${funcstack[1]} == _PROGRAM ]]; then _PROGRAM "$@"; else compdef _PROGRAM PROGRAM; fi

    """#

  static let fishScript = #"""
    # Completion of PROGRAM for fish: the program itself is asked.

    function __PROGRAM_words
        set -l asked (commandline -opc)
        set -l program $asked[1]
        set -e asked[1]
        set -l current (commandline -ct)
        set -l files
        for line in ($program completions fish -- $asked "$current" 2> /dev/null)
            if string match -q -- \t'*' $line
                set files (string sub -s 2 -- $line)
            else
                echo $line
            end
        end
        test -n "$files"; or return 0
        set -l before (string match -r -- '^--[^=]*=' $current)
        set -l typed (string replace -r -- '^--[^=]*=' '' "$current")
        for path in (switch $files
                case folders
                    __fish_complete_directories "$typed"
                case files
                    __fish_complete_path "$typed"
                case '*'
                    set -l ending (string replace -- 'files ' '' $files)
                    __fish_complete_directories "$typed"
                    __fish_complete_path "$typed" | string match -- "*$ending*"
            end)
            echo "$before$path"
        end
    end

    complete -c PROGRAM -f -a '(__PROGRAM_words)'

    """#
}
