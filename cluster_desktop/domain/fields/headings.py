"""Headings that tables of schools write over one and the same thing, parted by strokes."""

DECISION_NUMBER = (
    "Số QĐ|Quyết định|Quyết định số|Số, ngày quyết định|Số quyết định, ngày, tháng, năm|Số và ngày quyết định|"
    "Quyết định khen thưởng|Số quyết định; ngày ký|Số hiệu quyết định|Số QĐ khen thưởng|Số, ký hiệu quyết định|"
    "Số ký hiệu QĐ|Số, ngày QĐ|Số và ngày QĐ|QĐ số|Số/ngày quyết định|Số, ngày, tháng, năm của quyết định|"
    "Số, ngày, tháng, năm của quyết định; cơ quan ban hành"
)
DECIDED_ON = (
    "Ngày QĐ|Ngày ký|Quyết định ngày|Ngày ký quyết định|Ngày ban hành|Ngày, tháng, năm|Ngày, tháng, năm quyết định|"
    "Ngày, tháng, năm ký|Ngày ký QĐ|Ngày tháng quyết định|Ngày ban hành quyết định|Ngày quyết định khen thưởng"
)
AWARD = (
    "Danh hiệu, hình thức đề nghị|Danh hiệu thi đua|Danh hiệu đề nghị|Hình thức đề nghị|Hình thức|"
    "Danh hiệu thi đua, hình thức khen thưởng|Đề nghị danh hiệu|Đề nghị khen thưởng|Đề nghị|Khen thưởng|"
    "Danh hiệu/Hình thức|Danh hiệu|Hình thức khen thưởng|Danh hiệu, hình thức khen thưởng|DHTĐ|Danh hiệu TĐ|HTKT|"
    "Hình thức KT|Danh hiệu, HTKT|DHTĐ, HTKT|Danh hiệu TĐ, hình thức KT|Danh hiệu được tặng|Hình thức khen|"
    "Đề nghị khen|Danh hiệu TĐKT|Danh hiệu, hình thức KT|Hình thức khen thưởng đề nghị"
)
CITATION = "Thành tích|Lời ghi|Nội dung khen|Thành tích khen thưởng|Tóm tắt thành tích"
FULL_NAME = (
    "Họ tên|Họ và tên khai sinh|Tên cán bộ|Họ tên khai sinh|Họ và tên cán bộ|Họ tên cán bộ|Họ, tên|Họ và tên CB|"
    "Họ tên CB|Họ và tên CBVC|Họ tên CBVC|Họ và tên cán bộ, viên chức|Họ tên cán bộ, viên chức|Họ và tên viên chức|"
    "Họ tên viên chức|Họ và tên công chức|Họ và tên giảng viên|Họ tên giảng viên|Họ và tên GV|Họ tên GV|"
    "Họ và tên nhân viên|Họ tên nhân viên|Tên nhân viên|Tên viên chức|Tên giảng viên|Họ và tên người lao động|"
    "Họ tên người lao động|Họ và tên đảng viên|Họ tên đảng viên|Họ, chữ đệm và tên|Họ, chữ đệm, tên|"
    "Họ, chữ đệm và tên khai sinh|Tên đầy đủ|Họ tên đầy đủ|Ông/Bà|Ông, bà|Full name|Fullname|Name"
)
BIRTH_DATE = (
    "Ngày tháng năm sinh|Năm sinh|Ngày, tháng, năm sinh|Sinh ngày|Ngày, tháng năm sinh|Ngày/tháng/năm sinh|Sinh năm|"
    "Tháng, năm sinh|Tháng năm sinh|NTNS|Ngày sinh tháng đẻ|Ngày th. năm sinh|Ng. sinh|N. sinh|Date of birth|DOB|"
    "D.O.B|Birth date|Birthday"
)
UNIT = (
    "Trường|Đơn vị công tác|Cơ quan|Cơ quan công tác|Cơ quan, đơn vị|Cơ quan, đơn vị công tác|Tên cơ quan|Tên đơn vị|"
    "Tên trường|Đơn vị quản lý|Đơn vị hiện nay|Đơn vị công tác hiện nay|ĐV công tác|Đ.vị|Unit|School|Organization"
)
DEPARTMENT = (
    "Khoa/Phòng|Khoa|Phòng|Bộ phận|Phòng, khoa|Đơn vị trực thuộc|Phòng ban|Phòng, ban|Khoa, phòng, ban|"
    "Phòng, ban, khoa|Khoa, phòng, trung tâm|Khoa, phòng công tác|Phòng, khoa công tác|Tên khoa, phòng|"
    "Tên phòng, khoa|Bộ phận công tác|Phòng, khoa, bộ phận|Khoa chuyên môn|Bộ môn|Tổ bộ môn|Tổ chuyên môn|"
    "Khoa, bộ môn|Khoa, ban, phòng|Department|Dept"
)
POSITION = (
    "Chức vụ, chức danh|Chức vụ hiện nay|Chức vụ hiện tại|Chức vụ chính quyền|Chức vụ công tác|"
    "Chức vụ, chức danh hiện nay|Chức vụ, chức danh công tác|Chức vụ đang giữ|Chức vụ đảm nhiệm|Chức vụ chuyên môn|"
    "Chức vụ lãnh đạo|Chức vụ quản lý|Chức vụ lãnh đạo, quản lý|Chức vụ, chức danh, công việc|Vị trí việc làm|"
    "Vị trí công tác|VTVL|Position|Job position"
)
JOB_TITLE = (
    "Chức danh|Ngạch|CDNN|Ngạch công chức|Ngạch viên chức|Ngạch, chức danh nghề nghiệp|Ngạch/Chức danh nghề nghiệp|"
    "Ngạch công chức, viên chức|Chức danh nghề nghiệp viên chức|Chức danh nghề nghiệp, hạng|Tên ngạch|Ngạch/CDNN|"
    "Hạng chức danh nghề nghiệp|Hạng CDNN|Tên chức danh nghề nghiệp|Ngạch hiện giữ|Job title"
)
EMPLOYMENT = (
    "Đối tượng|Loại cán bộ|Loại hình lao động|Hình thức lao động|Phân loại lao động|Đối tượng lao động|Loại nhân sự|"
    "Cán bộ/Công chức/Viên chức|Cán bộ, công chức, viên chức|Biên chế/Hợp đồng|Biên chế, hợp đồng"
)
JOINED_UNIT = (
    "Ngày về trường|Ngày vào cơ quan|Ngày về cơ quan|Ngày về đơn vị|Về đơn vị từ|Về cơ quan từ|Ngày vào trường|"
    "Ngày vào đơn vị|Thời gian về trường|Thời điểm về trường|Ngày về công tác tại trường|Ngày vào cơ quan hiện nay|"
    "Ngày vào cơ quan hiện đang công tác|Ngày về cơ quan hiện nay|Năm về trường|Về trường năm|Công tác tại trường từ"
)
RECRUITED_ON = (
    "Tuyển dụng từ|Ngày được tuyển dụng|Năm tuyển dụng|Ngày tuyển dụng lần đầu|Ngày, tháng, năm tuyển dụng|"
    "Ngày tháng năm tuyển dụng|Tháng, năm tuyển dụng|Thời gian tuyển dụng|Thời điểm tuyển dụng|Ngày vào ngành|"
    "Năm vào ngành|Ngày vào biên chế|Ngày bắt đầu công tác|Ngày bắt đầu làm việc|Ngày vào làm|Ngày vào làm việc|"
    "Năm công tác|Ngày được tuyển dụng lần đầu|Ngày tuyển dụng vào viên chức"
)
PARTY_JOINED = (
    "Ngày kết nạp Đảng|Vào Đảng|Ngày kết nạp|Ngày kết nạp vào Đảng|Kết nạp Đảng|Ngày vào Đảng dự bị|"
    "Ngày vào Đảng CSVN|Ngày vào ĐCSVN|Ngày vào Đảng Cộng sản Việt Nam|Ngày vào Đảng CS Việt Nam|Năm vào Đảng|"
    "Ngày, tháng, năm vào Đảng|Ngày tháng năm vào Đảng|Ngày, tháng, năm kết nạp|Ngày vào Đảng (dự bị)|"
    "Ngày kết nạp (dự bị)|Ngày dự bị|Ngày kết nạp Đảng viên|Ngày vào ĐV|Năm kết nạp Đảng|Năm kết nạp|"
    "Thời gian vào Đảng|Thời điểm vào Đảng|Ngày VĐ"
)
PARTY_OFFICIAL = (
    "Ngày chính thức vào Đảng|Ngày vào Đảng chính thức|Ngày vào Đảng (chính thức)|Ngày công nhận chính thức|"
    "Ngày chuyển chính thức|Ngày kết nạp chính thức|Ngày kết nạp (chính thức)|Ngày chính thức vào Đảng CSVN|"
    "Ngày chính thức vào ĐCSVN|Ngày công nhận Đảng viên chính thức|Ngày, tháng, năm chính thức|Ngày Đảng chính thức|"
    "Ngày vào Đảng CSVN chính thức|Vào Đảng chính thức|Chính thức vào Đảng"
)
DEGREE = (
    "Học vị|Chuyên môn|Trình độ CM|Trình độ đào tạo|Trình độ chuyên môn nghiệp vụ|Trình độ chuyên môn, nghiệp vụ|"
    "Trình độ CMNV|Trình độ chuyên môn cao nhất|TĐCM|Học vị cao nhất|Bằng cấp|Bằng cấp chuyên môn|Bằng cấp cao nhất|"
    "Văn bằng|Bằng chuyên môn|Trình độ chuyên môn được đào tạo|Trình độ đào tạo cao nhất|Degree"
)
SPECIALTY = (
    "Ngành đào tạo|Chuyên ngành đào tạo|Ngành|Ngành học|Chuyên ngành học|Ngành, chuyên ngành|Chuyên ngành tốt nghiệp|"
    "Ngành, chuyên ngành đào tạo|Chuyên môn đào tạo|Ngành chuyên môn|Ngành tốt nghiệp|Chuyên ngành chuyên môn|Major"
)
POLITICAL_THEORY = (
    "Trình độ LLCT|Trình độ lý luận chính trị|Trình độ lý luận|Trình độ chính trị|Lý luận|TĐLLCT|LL chính trị|"
    "Lý luận CT|Trình độ LL chính trị|Trình độ lý luận CT|Bằng lý luận chính trị|Cao cấp, trung cấp LLCT"
)
STATE_MANAGEMENT = (
    "QLNN|Trình độ QLNN|Trình độ quản lý nhà nước|Bồi dưỡng QLNN|Bồi dưỡng quản lý nhà nước|Kiến thức QLNN|"
    "Quản lý hành chính nhà nước|Chứng chỉ QLNN|QLHCNN|Chứng chỉ quản lý nhà nước"
)
ADDRESS = (
    "Nơi ở|Trú quán|Địa chỉ|Chỗ ở|Chỗ ở hiện nay|Chỗ ở hiện tại|Nơi ở hiện tại|Nơi cư trú|Nơi cư trú hiện nay|"
    "Địa chỉ hiện nay|Địa chỉ nơi ở|Địa chỉ liên hệ|Địa chỉ thường trú|Thường trú|Nơi thường trú|Hộ khẩu thường trú|"
    "HKTT|Nơi đăng ký thường trú|Nơi đăng ký hộ khẩu thường trú|Nơi đăng ký HKTT|Address"
)
IDENTITY_NUMBER = (
    "CCCD|Số CMND/CCCD|CMND|Số CMND|Số CCCD/CMND|CMND/CCCD|CCCD/CMND|Căn cước công dân|Số căn cước công dân|"
    "Số căn cước|Căn cước|Thẻ căn cước|Số thẻ căn cước|Số thẻ CCCD|Số thẻ căn cước công dân|Số định danh|"
    "Số định danh cá nhân|Mã định danh|Mã định danh cá nhân|Mã số định danh cá nhân|Chứng minh nhân dân|"
    "Số chứng minh nhân dân|CMTND|Số CMTND|CMT|Số CMT|Chứng minh thư|Số chứng minh thư|Số CC|Số CC/CCCD|CMND, CCCD|"
    "Số giấy tờ tùy thân|ID number|ID card"
)
PHONE = (
    "Số điện thoại|SĐT|Số ĐT|ĐT|Di động|Số di động|ĐTDĐ|Số ĐTDĐ|Điện thoại di động|Số điện thoại di động|ĐT di động|"
    "Điện thoại liên hệ|Số điện thoại liên hệ|ĐT liên hệ|SĐT liên hệ|Số điện thoại cá nhân|Đ.thoại|Số máy|Tel|Phone|"
    "Phone number|Mobile"
)
EMAIL = (
    "Email|E-mail|Địa chỉ email|Địa chỉ e-mail|Địa chỉ thư điện tử|Hộp thư điện tử|Hòm thư điện tử|Mail|Gmail|"
    "Email công vụ|Email liên hệ|Email cá nhân|Thư điện tử công vụ"
)
QUALITY = (
    "Xếp loại|Kết quả xếp loại|Mức xếp loại|Xếp loại viên chức|Kết quả đánh giá|Mức độ hoàn thành nhiệm vụ|"
    "Xếp loại chất lượng viên chức|Xếp loại chất lượng công chức|Xếp loại chất lượng cuối năm|Xếp loại công chức|"
    "Xếp loại cán bộ|Xếp loại CBVC|Xếp loại cuối năm|Xếp loại chính quyền|Đánh giá, xếp loại|"
    "Kết quả đánh giá, xếp loại|Kết quả xếp loại chất lượng|Kết quả xếp loại viên chức|Mức độ hoàn thành|"
    "Mức hoàn thành nhiệm vụ|Mức xếp loại chất lượng|Kết quả phân loại|Phân loại viên chức|Phân loại"
)
PARTY_QUALITY = "Đảng viên|Kết quả xếp loại đảng viên|Xếp loại chất lượng đảng viên|Đánh giá đảng viên|Xếp loại ĐV"
