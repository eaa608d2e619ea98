// Clock tells what time it was somewhere, and whether it could ask a server over TLS.
package main

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

func show(name string) error {
	zone, err := time.LoadLocation(name)
	if err != nil {
		return err
	}
	when := time.Date(2024, time.July, 1, 12, 0, 0, 0, time.UTC)
	fmt.Println(zone, when.In(zone).Format(time.RFC1123Z))
	return nil
}

func main() {
	roots, err := x509.SystemCertPool()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(len(roots.Subjects()), "root certificates")
	zones := os.Args[1:]
	if len(zones) == 0 {
		zones = []string{os.Getenv("ZONE")}
	}
	for _, zone := range zones {
		if err := show(zone); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	cache := filepath.Join(os.TempDir(), "clock")
	if err := os.WriteFile(cache, []byte("seen"), 0o600); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if server := os.Getenv("SERVER"); server != "" {
		client := http.Client{
			Timeout:   2 * time.Second,
			Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}},
		}
		_, err := client.Get("https://" + server + "/")
		fmt.Println("no answer:", err != nil)
	}
}
