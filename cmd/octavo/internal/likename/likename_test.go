package likename

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	lying := []string{"01-door.md", "02.md", "03.md.txt", "Pictures/Door.PNG", "Pictures/cafe\u0301.png", "deep/er/weir.md", "photo.jpeg", "a.md"}
	for name, want := range map[string]Match{
		"01-Door.md":             {"01-door.md", Letters},
		"pictures/door.png":      {"Pictures/Door.PNG", Letters},
		"Pictures/caf\u00E9.png": {"Pictures/cafe\u0301.png", Accents},
		"01-door":                {"01-door.md", Ending},
		"01-door.markdown":       {"01-door.md", Ending},
		"03.md":                  {"03.md.txt", Ending},
		"photo.jpg":              {"photo.jpeg", Ending},
		"weir.md":                {"deep/er/weir.md", Elsewhere},
		"./weir.md":              {"deep/er/weir.md", Elsewhere},
		"01-doro.md":             {"01-door.md", Slip},
		"Pictures/Dor.png":       {"Pictures/Door.PNG", Slip},
		"photo.jepg":             {"photo.jpeg", Ending},
		"04.md":                  {}, // no slip for 02.md
		"b.md":                   {},
		"lighthouse.png":         {},
		"":                       {},
		"../x":                   {},
	} {
		got := Find(name, lying)
		if got != want {
			t.Errorf("%q: %+v, want %+v", name, got, want)
		}
		if note := got.Note(got.Name); (note == "") != (got.Difference == None) || !strings.Contains(note, strings.Trim(got.Name, "\u0301")[:0]) {
			t.Errorf("%q: the note is %q", name, note)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("a.md", "A.md\nb/a.md")
	f.Add("é", "e\u0301\n\xff.")
	f.Fuzz(func(t *testing.T, name, lying string) {
		files := strings.Split(lying, "\n")
		m := Find(name, files)
		if (m.Difference == None) != (m.Name == "") && m.Name != "" {
			t.Errorf("%+v", m)
		}
		for _, file := range files {
			if file == m.Name {
				return
			}
		}
		if m.Difference != None {
			t.Errorf("%q is not among %q", m.Name, files)
		}
	})
}
