/// The command line.
@main
struct Choai {
  static func main() {
    print("choai")
  }
}
