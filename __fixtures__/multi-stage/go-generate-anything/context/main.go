package main

import (
	"fmt"
)

//go:generate ./assets.sh

func main() {
	fmt.Println("hello")
}
