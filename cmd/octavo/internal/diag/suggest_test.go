package diag

import "testing"

func TestSuggest(t *testing.T) {
	known := []string{"title", "subtitle", "maxim_words", "min_dpi", "id", "print", "tenor", "t"}
	for word, want := range map[string]string{
		"titel": "title", "tilte": "title", "ttle": "title", "Title": "title", "titles": "title", "maximWords": "maxim_words",
		"maxim-wrods": "maxim_words", "dpi_min": "min_dpi", "ib": "id", "xy": "", "publisher": "", "prnit": "print",
		"noter": "tenor", "": "", "title": "", "y": "", "tnire": "",
	} {
		if got := Suggest(word, known); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", word, got, want)
		}
	}
}
