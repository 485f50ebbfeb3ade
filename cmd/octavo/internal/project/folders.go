package project

// Folders in the folder of outputs.
const (
	ReviewFolder   = "review"                // of review copies
	ReviewPath     = "build/" + ReviewFolder // that, from the book's folder
	SnapshotFolder = "snapshots"             // in that; a folder for every state of the manuscript that went out
)

// BuildFolder is the folder of outputs in the book's folder.
const BuildFolder = "build"
