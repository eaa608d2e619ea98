// Status shows a page that is part of the program.
package main

import (
	"embed"
	"fmt"
	"io/fs"
	"log"
	"net/http"
)

//go:embed web
var files embed.FS

var version = "unknown"

func main() {
	web, err := fs.Sub(files, "web")
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/", http.FileServer(http.FS(web)))
	http.HandleFunc("/version", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, version)
	})
	log.Println("listening")
	log.Fatal(http.ListenAndServe(":8000", nil))
}
