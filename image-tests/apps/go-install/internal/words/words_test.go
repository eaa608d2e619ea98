package words

import "testing"

func TestGreeting(t *testing.T) {
	if _, err := Greeting("xx"); err == nil {
		t.Fatal("no error")
	}
}
