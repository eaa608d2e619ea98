// Filter sends JSON through a program of jq.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "filter PROGRAM [FILE]")
		os.Exit(2)
	}
	file := "orders.json"
	if len(os.Args) > 2 {
		file = os.Args[2]
	}
	jq := exec.Command("jq", "--compact-output", os.Args[1], file)
	jq.Stdout = os.Stdout
	jq.Stderr = os.Stderr
	err := jq.Run()
	var status *exec.ExitError
	if errors.As(err, &status) {
		os.Exit(status.ExitCode())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
