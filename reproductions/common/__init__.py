"""What every training script shares: command line, Session loop, checkpoints, records, figures, the judge of digits."""
