package main

import (
	"flag"
	"net/http"
	"os"
	"path/filepath"
)

var dir = flag.String("dir", "entries", "where entries are kept")

func main() {
	flag.Parse()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := os.WriteFile(filepath.Join(*dir, "last"), []byte(r.URL.Path), 0o644); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.ListenAndServe(":8080", nil)
}
