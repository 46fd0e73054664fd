"""The pages of a plan: read, written, compared, suggested to, brought in and taken out."""
