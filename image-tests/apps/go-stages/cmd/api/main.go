// Api tells the weekday of a date.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	port := "8080"
	if given := os.Getenv("PORT"); given != "" {
		port = given
	}
	http.HandleFunc("/weekday/", func(w http.ResponseWriter, r *http.Request) {
		date, err := time.Parse("2006-01-02", r.URL.Path[len("/weekday/"):])
		if err != nil {
			http.Error(w, "no date", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]string{"weekday": date.Weekday().String()})
	})
	log.Fatal(http.ListenAndServe(":"+port, nil))
}
