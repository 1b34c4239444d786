"""One whole scoring cycle as files: reading the folder, playing it, writing what came out (docs/design/cycle-folder.md)."""
