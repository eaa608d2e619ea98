// Counter counts visits in a file that outlives the container.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
)

func main() {
	dir := flag.String("dir", ".", "where to keep the count")
	flag.Parse()
	file := filepath.Join(*dir, "count")
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		text, _ := os.ReadFile(file)
		count, _ := strconv.Atoi(string(text))
		if err := os.WriteFile(file, []byte(strconv.Itoa(count+1)), 0o644); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, count+1)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
