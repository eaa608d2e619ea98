package main

import (
	"flag"
	"net/http"
)

func main() {
	root := flag.String("root", "/srv", "what is served")
	flag.Parse()
	http.ListenAndServe(":8080", http.FileServer(http.Dir(*root)))
}
