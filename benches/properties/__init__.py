"""What has to hold for whatever can be made up: each property in a sentence."""
