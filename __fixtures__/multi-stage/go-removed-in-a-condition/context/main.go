package main

import (
	"fmt"
	"os"
)

func main() {
	text, _ := os.ReadFile("samples.json")
	fmt.Println(string(text))
}
