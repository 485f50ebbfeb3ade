// Package golden holds what code makes against files that a person has read and approved. It is for tests.
//
//	go test ./... -update
//
// writes the files anew: read the difference before it is committed.
package golden

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew; read the difference before you commit it")

// Updating reports whether golden files are to be written, not compared.
func Updating() bool { return *update }

// Equal fails the test at the first line in which got and the file differ, or writes the file where that was asked for.
func Equal(t testing.TB, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	gotLines, wantLines := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(gotLines), len(wantLines)) {
		if !bytes.Equal(gotLines[i], wantLines[i]) {
			t.Fatalf("%s:%d: differs (-update writes it anew)\n got %s\nwant %s", file, i+1, gotLines[i], wantLines[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d (-update writes it anew)", file, len(gotLines), len(wantLines))
}
