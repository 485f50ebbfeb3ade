package config

import (
	"testing"

	"octavo/cmd/octavo/internal/lang"
)

func TestSurnames(t *testing.T) {
	ada, jo := Contributor{"Ada Quill", "aut", "Quill, Ada"}, Contributor{"Jo Ember", "aut", "Ember, Jo"}
	for want, who := range map[string][]Contributor{
		"":                nil,
		"Quill":           {ada, {"Max Rule", "ill", "Rule, Max"}},
		"Quill and Ember": {ada, jo},
		"Ember et al.":    {jo, ada, {"Plato", "aut", "Plato"}},
		"Plato":           {{"Plato", "aut", ""}},
	} {
		if got := (&Book{Contributors: who}).Surnames(lang.English()); got != want {
			t.Errorf("%v are %q, want %q", who, got, want)
		}
	}
}
