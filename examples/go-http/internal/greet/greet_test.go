package greet

import (
	"testing"
	"time"
)

func TestFor(t *testing.T) {
	noon := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	if got := For("", noon); got != "Good afternoon, stranger" {
		t.Error(got)
	}
}
