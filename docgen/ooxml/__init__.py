"""Opens packages of Office Open XML that others have made: Word documents and Excel workbooks."""
