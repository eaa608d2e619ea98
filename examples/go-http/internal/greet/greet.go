// Package greet says hello.
package greet

import "time"

// For greets name as fits the hour.
func For(name string, at time.Time) string {
	if name == "" {
		name = "stranger"
	}
	switch h := at.Hour(); {
	case h < 12:
		return "Good morning, " + name
	case h < 18:
		return "Good afternoon, " + name
	}
	return "Good evening, " + name
}
