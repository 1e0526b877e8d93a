"""Headings that tables of schools write over one and the same thing, parted by strokes."""

DECISION_NUMBER = (
    "Số QĐ|Quyết định|Quyết định số|Số, ngày quyết định|Số quyết định, ngày, tháng, năm|"
    "Số và ngày quyết định|Quyết định khen thưởng|Số quyết định; ngày ký|Số hiệu quyết định|"
    "Số, ngày, tháng, năm của quyết định|Số, ngày, tháng, năm của quyết định; cơ quan ban hành"
)
DECIDED_ON = "Ngày QĐ|Ngày ký|Quyết định ngày|Ngày ký quyết định|Ngày ban hành|Ngày, tháng, năm"
AWARD = (
    "Danh hiệu, hình thức đề nghị|Danh hiệu thi đua|Danh hiệu đề nghị|Hình thức đề nghị|Hình thức|"
    "Danh hiệu thi đua, hình thức khen thưởng|Đề nghị danh hiệu|Đề nghị khen thưởng|Đề nghị|"
    "Khen thưởng|Danh hiệu/Hình thức|Danh hiệu|Hình thức khen thưởng|Danh hiệu, hình thức khen thưởng"
)
CITATION = "Thành tích|Lời ghi|Nội dung khen|Thành tích khen thưởng|Tóm tắt thành tích"
