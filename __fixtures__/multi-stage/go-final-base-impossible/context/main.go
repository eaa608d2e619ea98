package main

import (
	"fmt"
	"net/http"
)

func main() {
	fmt.Println("listening")
	http.ListenAndServe(":8080", nil)
}
