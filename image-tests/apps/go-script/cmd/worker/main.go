// Worker does the jobs of a list, one a line.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fmt.Printf("%s: %s\n", os.Getenv("WORKER_NAME"), strings.ToUpper(lines.Text()))
	}
}
