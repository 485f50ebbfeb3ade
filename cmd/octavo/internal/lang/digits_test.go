package lang

import "testing"

func TestDigits(t *testing.T) {
	for tag, want := range map[string]string{"fa": "۱٬۲۰۵", "en": "1,205"} {
		l, ok := Find(tag)
		if !ok {
			t.Fatal(tag)
		}
		if got := l.Grouped(1205); got != want {
			t.Errorf("%s: %s", tag, got)
		}
	}
	l, _ := Find("fa")
	if got := l.InDigits("xiv, 14–15"); got != "xiv, ۱۴–۱۵" {
		t.Error(got)
	}
}
