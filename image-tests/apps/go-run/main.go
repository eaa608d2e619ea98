// Watch says what it sees.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println("seen:", os.Args[1:])
}
