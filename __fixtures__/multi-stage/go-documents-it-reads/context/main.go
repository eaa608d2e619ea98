package main

import (
	"fmt"
	"os"
)

func main() {
	posts, _ := os.ReadDir("posts")
	fmt.Println(len(posts))
}
