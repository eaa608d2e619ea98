// Distance tells how far two places are from each other. The sum is done in C.
package main

// #cgo LDFLAGS: -lm
// #include "distance.h"
import "C"

import (
	"fmt"
	"os"
	"os/user"
	"strconv"
)

const earth = 6371.0

func main() {
	if len(os.Args) != 5 {
		fmt.Fprintln(os.Stderr, "distance LAT LON LAT LON")
		os.Exit(2)
	}
	var degrees [4]C.double
	for i, arg := range os.Args[1:] {
		value, err := strconv.ParseFloat(arg, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		degrees[i] = C.double(value)
	}
	km := C.distance(earth, degrees[0], degrees[1], degrees[2], degrees[3])
	fmt.Printf("%.1f km\n", float64(km))
	if nobody, err := user.Lookup("nobody"); err == nil {
		fmt.Println("asked by somebody, not by", nobody.Username)
	}
}
