package lang

//lint:file-ignore ST1018 titles in Persian have U+200C, as their authors type it.

import "testing"

func TestMatterOf(t *testing.T) {
	for _, c := range [][4]string{
		{"en", "Preface", "preface", "preface"},
		{"en", "Предисловие", "x", ""},
		{"ru", "Предисловие", "x", "preface"},
		{"ru", "Вместо предисловия", "x", "preface"},
		{"ru", "Заключение.", "x", "conclusion"},
		{"ru", "Глава о море", "x", ""},
		{"uk", "ВІД АВТОРА", "x", "preface"},
		{"el", "ΠΡΟΛΟΓΟΣ", "x", "preface"},
		{"el", "Αντί επιλόγου", "x", "epilogue"},
		{"he", "פתח דבר", "x", "foreword"},
		{"ar", "مُقدّمة", "x", "introduction"},
		{"fa", "پیش‌گفتار", "x", "preface"},
		{"tr", "Önsöz", "onsoz", "preface"},
		{"uk", "Післямова", "x", "afterword"},
	} {
		l, _ := Find(c[0])
		if got := l.MatterOf(c[1], c[2]); got != c[3] {
			t.Errorf("%s: %q is %q, want %q", c[0], c[1], got, c[3])
		}
	}
}
