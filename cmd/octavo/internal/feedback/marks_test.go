package feedback

import (
	"strings"
	"testing"
)

// TestMarks reads what an author marks in a checklist, which stays when the list is written again.
func TestMarks(t *testing.T) {
	file := &File{Name: "a.pdf", Remarks: []Remark{remarkOn("job was light", "Ann", "one"), remarkOn("Lamps", "Ann", "two"),
		remarkOn("job was wicks", "Ann", "three"), remarkOn("Wolcotts", "Ann", "four"), remarkOn("nowhere at all", "Ann", "five")}}
	text := listOf(t, file).Checklist("The Lamp", "")
	mark := func(said, with string) {
		for _, line := range strings.Split(text, "\n") {
			if strings.Contains(line, "Ann: "+said+" ") {
				text = strings.Replace(text, line, strings.ReplaceAll(with, "ITEM", strings.TrimPrefix(line, "- [ ] ")), 1)
			}
		}
	}
	mark("one", "- [X] ITEM\n  -> thank you,\n  → Ann")
	mark("two", "- [-] ITEM\n  my own note")
	mark("three", "- [ ] ~~ITEM~~")
	mark("four", "- [~] ITEM")
	for range 2 {
		marks := ChecklistMarks(text)
		var got []string
		for _, r := range listOf(t, file).Remarks {
			m := marks[r.ID]
			got = append(got, r.Comment+" "+string(m.Outcome())+" "+m.Why)
		}
		if s := strings.Join(got, "|"); s != "one taken thank you, Ann|three declined |four changed |two declined |five open " {
			t.Errorf("the marks are %q in\n%s", s, text)
		}
		text = listOf(t, file).Checklist("The Lamp", text)
	}
}
