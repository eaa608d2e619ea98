// Package words has the greetings.
package words

import "errors"

var greetings = map[string]string{"en": "Hello", "de": "Guten Tag", "es": "Buenos días"}

// ErrLanguage says that there is no greeting.
var ErrLanguage = errors.New("no greeting in this language")

// Greeting gives the greeting of a language.
func Greeting(language string) (string, error) {
	greeting, ok := greetings[language]
	if !ok {
		return "", ErrLanguage
	}
	return greeting, nil
}
