package project

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/readfile"
)

// Version returns the version that the go command recorded: a release or a commit, or "devel" if there is none.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// Program returns what tells this program from others of its version: what compiled it, and, where the version says that somebody has
// changed the source since a commit, or says nothing, a hash of its build ID, which the linker makes of all that is in it. It returns ""
// if there is no way to tell.
var Program = sync.OnceValue(func() string {
	if v := Version(); v != "devel" && !strings.Contains(v, "dirty") {
		return runtime.Version()
	}
	id := buildID()
	if id == nil {
		return ""
	}
	sum := sha256.Sum256(id)
	return runtime.Version() + " " + hex.EncodeToString(sum[:16])
})

// idWithin is how far into a program its build ID stands; the go command looks no further either (cmd/internal/buildid).
const idWithin = 32 << 10

// buildID returns the build ID of this program, or nil if there is none.
func buildID() []byte {
	name, err := os.Executable()
	if err != nil {
		return nil
	}
	head, err := readfile.Head(name, idWithin)
	if err != nil {
		return nil
	}
	// At the beginning of the code, or in a note of ELF: the lengths of its name and of the ID, its type, its name, the ID.
	if _, id, ok := bytes.Cut(head, []byte("\xff Go build ID: \"")); ok {
		if id, _, ok := bytes.Cut(id, []byte("\"\n \xff")); ok && len(id) > 0 {
			return id
		}
	}
	before, id, ok := bytes.Cut(head, []byte("\x04\x00\x00\x00Go\x00\x00"))
	if !ok || len(before) < 8 {
		return nil
	}
	if n := int(before[len(before)-4]) | int(before[len(before)-3])<<8; n > 0 && n <= len(id) {
		return id[:n]
	}
	return nil
}
