package main

import (
	"fmt"
	"os"
	"strings"
)

func region() string { return os.Getenv("REGION") }

func suffix() string { return os.Getenv("SUFFIX") }

func main() {
	name := strings.ToLower(region()) + suffix()
	text, _ := os.ReadFile(name)
	fmt.Println(string(text))
}
