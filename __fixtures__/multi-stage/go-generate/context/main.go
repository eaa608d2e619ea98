package main

import (
	"fmt"
)

//go:generate stringer -type=Size

// Size of a shirt.
type Size int

func main() {
	fmt.Println("hello")
}
