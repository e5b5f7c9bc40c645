"""The container engine of this machine: other ways to it, and where it gets images from."""
