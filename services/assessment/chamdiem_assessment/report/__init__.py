"""The self-assessment report: its snapshot with the fingerprint, printed as PDF, DOCX and XLSX, approved by the unit's head."""
