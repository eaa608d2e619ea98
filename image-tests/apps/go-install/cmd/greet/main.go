// Greet greets everybody named on the command line.
package main

import (
	"flag"
	"fmt"
	"os"

	"example.com/greet/internal/words"
)

func main() {
	language := flag.String("language", "en", "in which `language`")
	flag.Parse()
	greeting, err := words.Greeting(*language)
	if err != nil {
		fmt.Fprintln(os.Stderr, "greet:", err)
		os.Exit(3)
	}
	for _, name := range flag.Args() {
		fmt.Printf("%s, %s!\n", greeting, name)
	}
}
