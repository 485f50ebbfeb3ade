package outdir

import "testing"

// Outputs may be hidden, as what editors and git read beside a book is, but none leads into a repository, by whichever name a system
// takes it for one.
func TestUsable(t *testing.T) {
	for name, want := range map[string]bool{
		"book.pdf": true, "cards/1.png": true, ".gitignore": true, ".vscode/settings.json": true, "manuscript/a: b.md": true, "git/x": true,
		".git": false, ".git/config": false, "sub/.GIT/hooks/x": false, ".git./config": false, ".git /config": false, "git~1/config": false,
		".g\u200cit/config": false, ".git::$INDEX_ALLOCATION/config": false, ".hg/hgrc": false, "a/.jj/x": false,
		"../x": false, "/x": false, "": false, ".": false, "a//b": false, ".octavo-journal": false, "a/.x.octavo-tmp/0": false,
	} {
		if Usable(name) != want {
			t.Errorf("Usable(%q) is %v", name, !want)
		}
	}
}

// A set with hidden files is finished as any other where its process is killed.
func TestHiddenFilesAreJournaled(t *testing.T) {
	j := &journal{Put: []move{{Temp: "0", Name: ".gitignore"}, {Temp: "1", Name: "book.toml"}}}
	if !j.journaled() {
		t.Error("it has no journal")
	}
}
