package revise

import (
	"strings"
	"testing"
)

// TestReadDecisions reads decisions in every form, and says what is none.
func TestReadDecisions(t *testing.T) {
	for _, c := range []struct{ name, text, want, fault string }{
		{"TOML", "[[change]]\nid = \"a\"\ndo = \"accept\"\n[[change]]\nid = \"b\"\ndo = \"decline\"\nwhy = \"no\"\n", "a accept ; b decline no;", ""},
		{"lines of JSON", "{\"id\": \"a\", \"do\": \"accept\", \"new\": \"x\"}\n{\"id\": \"b\", \"do\": \"edit\", \"new\": \"y\"}\n", "a accept x; b accept y;", ""},
		{"an array", "[{\"id\": \"a\", \"do\": \"later\", \"was\": \"x\", \"reader\": \"Ann\"}]", "a later ;", ""},
		{"nothing", "", "", ""},
		{"a byte order mark", "\uFEFF[[change]]\nid = \"a\"\ndo = \"later\"\n", "a later ;", ""},
		{"no id", "[[change]]\ndo = \"accept\"\n", "", "d:1:3: a decision without an id"},
		{"no decision", "[[change]]\nid = \"a\"\n", "", "says nothing; write accept, decline or later"},
		{"another decision", "[[change]]\nid = \"a\"\ndo = \"maybe\"\n", "", "d:3:6: do = \"maybe\" says nothing"},
		{"another key", "[[change]]\nid = \"a\"\nwhat = \"maybe\"\n", "", "d:3:8: unknown key \"what\""},
		{"no text", "[[change]]\nid = 3\n", "", "d:2:6: id is no text"},
		{"other tables", "[changes]\nid = \"a\"\n", "", "d:1:2: unknown key \"changes\""},
		{"one table", "[change]\nid = \"a\"\n", "", "decisions are tables, each under its own [[change]]"},
		{"broken TOML", "[[change]]\nid = \"a\n", "", "d:2:"},
		{"broken JSON", "{\"id\": \"a\",", "", "d:1:"},
		{"no objects", "[{\"id\": \"a\", \"do\": \"later\"}, 3]", "", "a decision is an object"},
	} {
		list, err := ReadDecisions("d", []byte(c.text))
		got := ""
		for _, d := range list {
			got += " " + d.ID + " " + string(d.Do) + " " + d.Why
			if d.New != nil {
				got += *d.New
			}
			got += ";"
		}
		if c.fault == "" && (err != nil || strings.TrimSpace(got) != c.want) || c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault)) {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}

// TestPlan carries out the plan that it has written, with other words for one change.
func TestPlan(t *testing.T) {
	const text = "# The Lamp\n\nThe keeper climbed the stairs each night.\n"
	const ann = "Ann:\nThe keeper [-climbed-][+counted+] the stairs each [-night-][+day+]."
	s, _ := session(t, text, ann)
	s.AcceptAll()
	var plan strings.Builder
	if err := s.Plan(&plan); err != nil {
		t.Fatal(err)
	}
	list, err := ReadDecisions("plan.toml", []byte(strings.Replace(plan.String(), `new = "day"`, `new = "second “day”"`, 1)))
	if err != nil || len(list) != 2 {
		t.Fatalf("%v\n%s", err, plan.String())
	}
	again, _ := session(t, text, ann)
	if faults := again.Take(list); len(faults) > 0 {
		t.Error(faults)
	}
	if got := accepted(t, again, text); got != "# The Lamp\n\nThe keeper counted the stairs each second \"day\".\n" {
		t.Error(got)
	}
	for i := range list {
		list[i].Do, list[i].New = Decline, nil
	}
	if faults := again.Take(append(list, Decided{ID: "none", Do: Accept, At: "x:1:1"})); len(faults) != 1 || !strings.Contains(faults[0], "x:1:1: these files have no change none") {
		t.Error(faults)
	}
	if got := accepted(t, again, text); got != text {
		t.Error(got)
	}
}

// FuzzReadDecisions reads files of decisions, which may hold anything.
func FuzzReadDecisions(f *testing.F) {
	f.Add([]byte("[[change]]\nid = \"a\"\ndo = \"accept\"\n"))
	f.Add([]byte("{\"id\": \"a\", \"do\": \"accept\", \"new\": \"x\"}\n"))
	f.Add([]byte("[{\"id\": \"a\"}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ReadDecisions("d", data)
		if err != nil && (list != nil || err.Error() == "") {
			t.Error("an error with decisions, or without words")
		}
	})
}
