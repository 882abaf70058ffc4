"""Systems of the course documents, one readable file each, on `legacy_tf`."""
