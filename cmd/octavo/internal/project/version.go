package project

import "runtime/debug"

// Version returns what the go command recorded: a release, a commit, or "devel" where it recorded nothing.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}
