// Site serves a small shop, with templates and files that it reads as it starts.
package main

import (
	"html/template"
	"log"
	"net/http"
	"path/filepath"
)

type product struct {
	Name  string
	Price float64
}

var products = []product{{"Anvil", 99.5}, {"Rope <strong>", 7}}

func main() {
	pages := template.Must(template.ParseGlob(filepath.Join("templates", "*.html")))
	http.Handle("/static/", http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		if err := pages.ExecuteTemplate(w, "index.html", products); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":3000", nil))
}
