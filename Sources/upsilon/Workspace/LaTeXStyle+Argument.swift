import Console
import Exports

extension LaTeXStyle: ArgumentValue {}
