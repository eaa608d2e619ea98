// Tally counts the letters of what it is asked.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"sort"
	"strings"
)

func count(word string) string {
	counts := map[rune]int{}
	for _, letter := range word {
		counts[letter]++
	}
	lines := make([]string, 0, len(counts))
	for letter, n := range counts {
		lines = append(lines, fmt.Sprintf("%c %d", letter, n))
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n") + "\n"
}

func main() {
	addr := ":" + os.Getenv("PORT")
	http.HandleFunc("/count", func(w http.ResponseWriter, r *http.Request) {
		word := r.URL.Query().Get("word")
		if word == "" {
			http.Error(w, "which word?", http.StatusBadRequest)
			return
		}
		fmt.Fprint(w, count(word))
	})
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		dir, err := os.Getwd()
		fmt.Fprintln(w, "tally", os.Getenv("TALLY_NAME"), dir, err)
	})
	log.Fatal(http.ListenAndServe(addr, nil))
}
