/// The user asked for a stop; what was under way is worth nothing.
struct Stopped: Error {}
