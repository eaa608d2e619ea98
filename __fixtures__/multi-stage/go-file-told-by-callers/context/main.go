package main

import (
	"fmt"
	"os"
)

func load(name string) string {
	text, _ := os.ReadFile(name)
	return string(text)
}

func main() {
	fmt.Println(load("north.json"))
}
