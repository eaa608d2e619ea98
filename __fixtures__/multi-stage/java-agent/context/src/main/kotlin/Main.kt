fun main() = println("ready")
